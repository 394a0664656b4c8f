using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.RenderAgain;
using Hub.Tests.Render.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.RenderAgain;

internal sealed class RenderedAgainTests : RenderSpec
{
    private RenderHub _hub = null!;
    private RequestRender _request = null!;

    [SetUp]
    public async Task FinishAClipThatIsStaleAsync()
    {
        _hub = await StartHubAsync();
        _request = Request();
        await _hub.RequestAsync(_request);
        await CountBecomesAsync(1, "status = 'completed'");
        await ReviseAsync(2, "LEE");
        await CountBecomesAsync(1, "stale_at IS NOT NULL");
    }

    [Test]
    public async Task It_makes_a_clip_of_its_own_with_the_newest_texts()
    {
        var outcome = await AgainAsync(1);

        await CountBecomesAsync(1, $"id = {outcome.InstructionId} AND status = 'completed' AND again_of = 1 AND layer_data_json->>'title' = 'LEE' AND stale_at IS NULL");
        (await CountAsync("id = 1 AND stale_at IS NOT NULL AND layer_data_json->>'title' = 'KIM'")).Should().Be(1, "the first clip is what it was");
        ClipFiles().Should().HaveCount(2);
    }

    [Test]
    public async Task A_later_revision_reaches_what_was_rendered_again()
    {
        var copy = (await AgainAsync(1)).InstructionId;
        await CountBecomesAsync(2, "status = 'completed'");

        await ReviseAsync(3, "PARK");

        await CountBecomesAsync(1, $"id = {copy} AND stale_reason = 'title: LEE → PARK'");
        await CountBecomesAsync(1, "id = 1 AND stale_reason = 'title: KIM → PARK'");
    }

    [Test]
    public async Task Asked_twice_at_once_it_is_rendered_once_more()
    {
        await _hub.RequestAsync(Request("hang"), Request("hang"));
        await CountBecomesAsync(2, "status = 'processing'");

        var waiting = await Task.WhenAll(AgainAsync(1), AgainAsync(1), AgainAsync(1));

        waiting.Select(outcome => outcome.InstructionId).Distinct().Should().ContainSingle().Which.Should().NotBeNull();
    }

    [TestCase("is_withdrawn = true, stale_reason = 'withdrawn: the hand was called off'", "not wanted any more: withdrawn: the hand was called off")]
    [TestCase("request_no = NULL", "not written by the hub")]
    [TestCase("latest_fields = '{\"title\": \"LONGER THAN TWENTY LETTERS\"}'", "cannot be filled")]
    public async Task It_is_refused_with_the_reason(string change, string reason)
    {
        await Database.ExecuteAsync($"UPDATE render_instructions SET {change}");

        (await AgainAsync(1)).Should().Match<AgainOutcome>(outcome => outcome.InstructionId == null && outcome.Refusal!.Contains(reason));
        (await AgainAsync(99)).Should().Be(AgainOutcome.NotFound);
    }

    [Test]
    public async Task A_client_that_heard_no_answer_gets_the_same_one_although_it_is_made_meanwhile()
    {
        var first = await AgainAsync(1, "take-7");
        await CountBecomesAsync(2, "status = 'completed'");

        (await AgainAsync(1, "take-7")).Should().Be(first);
        (await AgainAsync(1, "take-8")).InstructionId.Should().NotBe(first.InstructionId).And.NotBeNull();
        (await CountAsync("true")).Should().Be(3);
    }

    private Task<AgainOutcome> AgainAsync(int id, string? key = null)
        => _hub.InScopeAsync(provider => provider.GetRequiredService<RenderedAgain>().AddAsync(id, key, CancellationToken.None));

    private Task ReviseAsync(int revision, string title) => _hub.RequestAsync(_request with
    {
        Revision = revision,
        Fields = new Dictionary<string, string>(_request.Fields, StringComparer.Ordinal) { ["title"] = title },
    });
}
