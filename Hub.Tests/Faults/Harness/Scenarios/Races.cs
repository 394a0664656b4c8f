using Hub.Contracts.Render;
using Hub.Host.Messaging;
using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Faults.Harness.Judging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Two hosts, four workers, one instruction, and far too many tickets for it.</summary>
internal sealed class Races : Fault
{
    private const int Tickets = 8;
    private int _claimedOtherwise;

    public override string Name => "races";

    public override string Title => "2 hosts, 4 workers, one instruction and eight tickets for it";

    public override FaultSize Short => new(Jobs: 10, Times: 50);

    public override FaultSize Long => new(Jobs: 10, Times: 200);

    protected override GroundPlan Ground => new() { Hosts = 2, Workers = 4 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        using var sender = CreateSender(run);
        await sender.StartAsync(cancellationToken);
        await using var scope = sender.Services.CreateAsyncScope();
        var queue = await scope.ServiceProvider.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(new Uri("queue:render-execute"));
        while (run.Injected < run.Size.Times)
        {
            for (var job = 0; job < run.Size.Jobs && run.Injected < run.Size.Times; job++)
            {
                var (instruction, attempt) = await DispatchedAsync(run);
                run.Accept(instruction);
                run.Happened();
                await Task.WhenAll(Enumerable.Range(0, Tickets).Select(_ => queue.Send(new ExecuteRender { InstructionId = instruction, Attempt = attempt }, cancellationToken)));
            }

            await run.FinishedAsync(cancellationToken);
        }

        await sender.StopAsync(cancellationToken);
        _claimedOtherwise = await run.Ground.ReadAsync<int>(
            "SELECT count(*)::int FROM (SELECT instruction_id FROM faults.transition WHERE status = 'processing' GROUP BY instruction_id HAVING count(*) <> 1) AS claimed");
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("instructions not claimed exactly once", _claimedOtherwise + run.Accepted.Count - run.Size.Times, 0);
    }

    /// <summary>An instruction whose ticket is out already, as the database sees it.</summary>
    private static async Task<(int Instruction, long Attempt)> DispatchedAsync(FaultRun run)
        => (await run.Ground.ReadAsync<int>(
            """
            INSERT INTO public.render_instructions (template_name, layer_data_json, trigger_type, trigger_id, subject, request_no, attempt, dispatched_at)
            VALUES ($1, '{"do": "take 20"}', 'race', gen_random_uuid()::text, '', 0, 1, clock_timestamp()) RETURNING id
            """,
            FaultTemplates.Name), 1);

    private static IHost CreateSender(FaultRun run)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            RedisBus.Use(bus, new() { ConnectionString = run.Ground.Redis.ConnectionString }, watchesForLoss: false);
        });
        return builder.Build();
    }
}
