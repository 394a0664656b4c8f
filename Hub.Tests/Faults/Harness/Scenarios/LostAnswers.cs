using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>The database commits and the hub is not told: answers to commits are lost all the time, whoever had asked.</summary>
internal sealed class LostAnswers : Fault
{
    private const int EveryCommit = 5;
    private int _beside;
    private int _charged;

    public override string Name => "lost-answers";

    public override string Title => "commits succeed and their answers are lost";

    public override FaultSize Short => new(Jobs: 40, Times: 1);

    public override FaultSize Long => new(Jobs: 200, Times: 1);

    protected override GroundPlan Ground => new() { Workers = 2, LosesAnswers = true };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        run.Ground.Line.LoseEvery(EveryCommit);
        await run.AskAsync(run.Size.Jobs, "take 100", cancellationToken);
        await run.FinishedAsync(cancellationToken);
        run.Ground.Line.LoseEvery(0);
        for (var lost = run.Ground.Line.Lost; run.Injected < lost;)
            run.Happened();
        _beside = await run.CountAsync("true") - run.Accepted.Count;
        _charged = await run.ChargedAsync();
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("answers lost", run.Injected, run.Size.Jobs / EveryCommit, IsLeast: true);
        yield return new("rows beside those asked for", _beside, 0);
        yield return new("charged", _charged, 0);
    }
}
