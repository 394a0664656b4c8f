using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>PostgreSQL is killed under load, is away for a few seconds, and comes back.</summary>
internal sealed class PostgresKilled : Fault
{
    private const double LongestStandstill = 10;
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(150);
    private int _asked;
    private int _wrong;

    public override string Name => "postgres-killed";

    public override string Title => "PostgreSQL killed and restarted under load";

    public override FaultSize Short => new(Jobs: 30, Times: 2);

    public override FaultSize Long => new(Jobs: 60, Times: 5);

    protected override GroundPlan Ground => new() { Workers = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var time = 0; time < run.Size.Times; time++)
        {
            var asking = run.AskAsync(run.Size.Jobs, "take 200", cancellationToken);
            await Waiting.UntilAsync("the load is on", async () => await run.CountAsync("status = 'completed'") > time * run.Size.Jobs, TimeSpan.FromMinutes(1), cancellationToken);

            await run.Ground.KillPostgresAsync();
            run.Happened();
            run.Watch.Excuse(Away + TimeSpan.FromSeconds(LongestStandstill));
            await AskMeanwhileAsync(run, cancellationToken);
            await run.Ground.Postgres.RestartAsync(cancellationToken);
            run.Recoveries.Add(await run.NextClaimAsync(TimeProvider.System.GetUtcNow(), cancellationToken));
            await asking;
            await run.FinishedAsync(cancellationToken);
        }
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("requests meanwhile", _asked, 10, IsLeast: true);
        yield return new("answers meanwhile other than 503 with a problem", _wrong, 0);
        yield return Limit.Time("recover after it is back, s", Percentiles.Of(run.Recoveries, 1), LongestStandstill);
    }

    /// <summary>Reads and writes, as people and programs do.</summary>
    private async Task AskMeanwhileAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var until = TimeProvider.System.GetUtcNow() + Away;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            await SeeAsync(run, new(HttpMethod.Get, "/api/v1/instructions"), cancellationToken);
            await SeeAsync(run, new(HttpMethod.Get, "/stats"), cancellationToken);
            await SeeAsync(
                run,
                new(HttpMethod.Post, "/api/v1/instructions") { Content = JsonContent.Create(new { templateName = FaultTemplates.Name, fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = "take 1" } }) },
                cancellationToken);
            await FaultRun.PassAsync(BetweenLooks, cancellationToken);
        }
    }

    private async Task SeeAsync(FaultRun run, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var answer = await run.Client[0].SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            _asked++;
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && (string?)JsonNode.Parse(text)!["code"] == "database_unavailable")
                return;
            _wrong++;
            run.Note(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text[..Math.Min(200, text.Length)]}"));
        }
    }
}
