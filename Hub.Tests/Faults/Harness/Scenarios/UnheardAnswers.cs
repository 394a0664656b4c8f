using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Every way to write over the API succeeds, its answer is lost on the way to the client, and the client does it again.</summary>
internal sealed class UnheardAnswers : Fault
{
    private readonly List<Limit> _rows = [];

    public override string Name => "unheard-answers";

    public override string Title => "each write path: done, its answer lost, done again";

    public override FaultSize Short => new(Jobs: 1, Times: 1);

    public override FaultSize Long => new(Jobs: 1, Times: 10);

    protected override GroundPlan Ground => new() { Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var time = 1; time <= run.Size.Times; time++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"Take {time}");
            var clip = new { templateName = FaultTemplates.Name, fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = "take 20", ["title"] = mark } };
            var asked = await TwiceAsync(run, "/api/v1/instructions", clip, "public.render_instructions", cancellationToken);
            run.Accept((int)asked!["id"]!);
            await run.FinishedAsync(cancellationToken);

            // By the second time the first one's clip may be finished, and is no reason to make another.
            var again = await TwiceAsync(run, $"/api/v1/instructions/{asked["id"]}/render-again", body: null, "public.render_instructions", cancellationToken, between: () => run.FinishedAsync(cancellationToken));
            run.Accept((int)again!["id"]!);
            await ActTwiceAsync(run, mark, cancellationToken);
            await TwiceAsync(run, "/api/v1/players", new { name = $"Player {mark}" }, "subtitle.player", cancellationToken);
            await TwiceAsync(run, "/api/v1/venues", new { name = $"Venue {mark}" }, "subtitle.venue", cancellationToken);
            await TwiceAsync(run, "/api/v1/staff", new { name = $"Speaker {mark}", role = "commentator" }, "subtitle.staff", cancellationToken);
        }
    }

    protected override IEnumerable<Limit> Judge(FaultRun run) => _rows;

    /// <summary>Sends one request, hears nothing of its answer, and sends it again. That it is refused as done already is an answer, too.</summary>
    private async Task<JsonNode?> TwiceAsync(FaultRun run, string path, object? body, string table, CancellationToken cancellationToken, Func<Task>? between = null)
    {
        var key = $"{Guid.NewGuid():N}";
        var before = await RowsAsync(run, table);
        var unheard = await run.Client.InsistAsync(HttpMethod.Post, path, body, key, cancellationToken);
        run.Happened();
        if (between is not null)
        {
            run.Accept((int)unheard!["id"]!);
            await between();
        }

        var heard = await run.Client.RepeatAsync(HttpMethod.Post, path, body, key, cancellationToken);
        _rows.Add(new($"rows after POST {path} was done twice", await RowsAsync(run, table) - before, 1));
        return heard ?? unheard;
    }

    /// <summary>What is done to an instruction adds none, and the one it is done to has its one clip in the end.</summary>
    private async Task ActTwiceAsync(FaultRun run, string mark, CancellationToken cancellationToken)
    {
        var id = await run.Client.AskForClipAsync("take 3000", cancellationToken);
        run.Accept(id);
        var before = await RowsAsync(run, "public.render_instructions");
        object reason = new { reason = $"not on air ({mark})" };
        foreach (var (act, body) in new (string, object?)[] { ("priority", new { priority = 2 }), ("cancel", reason), ("replay", null), ("priority", new { priority = 9 }) })
        {
            var path = $"/api/v1/instructions/{id}/{act}";
            await run.Client.InsistAsync(HttpMethod.Post, path, body, key: null, cancellationToken);
            run.Happened();
            await run.Client.RepeatAsync(HttpMethod.Post, path, body, key: null, cancellationToken);
        }

        await run.FinishedAsync(cancellationToken);
        _rows.Add(new("instructions added by acting on one twice", await RowsAsync(run, "public.render_instructions") - before, 0));
        _rows.Add(new("clips of what was cancelled twice and replayed twice", await run.Ground.ReadAsync<int>("SELECT count(*)::int FROM public.render_outputs WHERE instruction_id = $1", id), 1));
    }

    private static Task<int> RowsAsync(FaultRun run, string table) => run.Ground.ReadAsync<int>($"SELECT count(*)::int FROM {table}");
}
