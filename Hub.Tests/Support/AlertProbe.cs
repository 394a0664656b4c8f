using System.Collections.Concurrent;
using Hub.Contracts.Monitoring;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Support;

/// <summary>Hears every alert that a host raises or resolves, as Monitoring would.</summary>
internal sealed class AlertProbe
{
    private readonly ConcurrentQueue<object> _heard = new();

    private AlertProbe()
    {
    }

    /// <summary>From now on.</summary>
    public static async Task<AlertProbe> ListenAsync(IServiceProvider host)
    {
        var probe = new AlertProbe();
        var endpoint = host.GetRequiredService<IBus>().ConnectReceiveEndpoint($"alert-probe-{Guid.NewGuid():N}", receive =>
        {
            receive.Handler<AlertRaised>(context => probe.HearAsync(context.Message));
            receive.Handler<AlertResolved>(context => probe.HearAsync(context.Message));
        });
        await endpoint.Ready;
        return probe;
    }

    public IReadOnlyList<AlertRaised> Raised(string code) => [.. _heard.OfType<AlertRaised>().Where(alert => alert.Code == code)];

    public IReadOnlyList<AlertResolved> Resolved(string code) => [.. _heard.OfType<AlertResolved>().Where(alert => alert.Code == code)];

    public async Task<AlertRaised> RaisedAsync(string code)
    {
        await Eventually.BecomesTrueAsync($"{code} is raised", () => Task.FromResult(Raised(code).Count > 0));
        return Raised(code)[0];
    }

    public async Task<AlertResolved> ResolvedAsync(string code)
    {
        await Eventually.BecomesTrueAsync($"{code} is resolved", () => Task.FromResult(Resolved(code).Count > 0));
        return Resolved(code)[0];
    }

    private Task HearAsync(object message)
    {
        _heard.Enqueue(message);
        return Task.CompletedTask;
    }
}
