using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Tests.Host;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>The way of an alert through the whole program.</summary>
internal sealed class WholeHubAlertTests
{
    [Test]
    public async Task A_clip_that_cannot_be_rendered_is_told_over_a_webhook_and_closed_by_an_operator()
    {
        await using var sink = await WebhookSink.StartAsync();
        await using var hub = await RunningHub.StartAsync(
            [$"--Alerts:Webhooks:0:Url={sink.Url}", "--Auth:Users:0:Name=anna", "--Auth:Users:0:Password=deals-the-cards", "--Auth:Users:0:Role=operator"]);
        var client = hub.ClientOf("anna", "deals-the-cards");

        await hub.Application.Web.Services.GetRequiredService<IBus>().Publish(
            new RequestRender { TemplateName = "No Such Template", Fields = new Dictionary<string, string>(), TriggerType = "manual", TriggerId = "manual/1" });
        await Eventually.BecomesTrueAsync("the webhook is told", () => Task.FromResult(sink.Posts.Count == 1));

        var alert = sink.Posts[0]["alerts"]![0]!;
        ((string)alert["code"]!, (string)alert["subject"]!).Should().Be((AlertCodes.RenderFailed, "No Such Template"));
        (await client.PostAsync($"/api/v1/alerts/{(long)alert["alertId"]!}/resolve", content: null)).EnsureSuccessStatusCode();
        await Eventually.BecomesTrueAsync("the webhook is told that it is over", () => Task.FromResult(sink.Posts.Count == 2));
        ((string)sink.Posts[1]["alerts"]![0]!["resolvedBy"]!).Should().Be("anna");
        (await client.GetFromJsonAsync<JsonObject>("/api/v1/alerts"))!["items"]!.AsArray().Should().BeEmpty();
    }
}
