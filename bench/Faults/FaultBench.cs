using System.CommandLine;
using System.Globalization;
using Hub.Bench.Measuring;
using Hub.Tests.Faults.Harness;
using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Scenarios;

namespace Hub.Bench.Faults;

/// <summary><c>faults</c>: breaks a hub of real processes in every way it promises to survive, and counts what is lost, doubled or half.</summary>
internal static class FaultBench
{
    private static readonly Option<bool> Long = new("--long") { Description = "As much of each fault as the hub is judged by, instead of what fits into twelve minutes." };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed makes the same faults in the same order.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> Only = new("--only") { Description = $"These faults alone: {string.Join(", ", FaultList.All.Select(fault => fault.Name))}.", AllowMultipleArgumentsPerToken = true };

    public static Command Create()
    {
        var command = new Command("faults", "Break a hub of real processes and look at what is left.") { Options = { Long, Seed, Only } };
        Only.AcceptOnlyFromAmong([.. FaultList.All.Select(fault => fault.Name)]);
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(Only) ?? [], arguments.GetValue(Seed), arguments.GetValue(Long), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] only, int seed, bool isLong, CancellationToken cancellationToken)
    {
        var reports = new List<FaultReport>();
        var broken = new List<string>();
        foreach (var fault in FaultList.All.Where(fault => only.Length == 0 || only.Contains(fault.Name, StringComparer.Ordinal)))
        {
            if (fault.Obstacle is { } obstacle)
            {
                Console.WriteLine($"{fault.Name}: not tried, {obstacle}");
                continue;
            }

            try
            {
                reports.Add(await fault.RunAsync(isLong ? fault.Long : fault.Short, seed, EngineCommand, cancellationToken));
                Print(fault, reports[^1]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // What could not be carried out is a goal missed; the other faults are tried all the same.
                broken.Add(fault.Name);
                Console.WriteLine($"{fault.Name}, seed {seed}: could not be carried out: {exception}");
            }
        }

        PrintTable(reports);
        Goal[] goals =
        [
            .. reports.SelectMany(report => report.Limits.Select(limit => new Goal($"{report.Fault}: {limit.Name}", limit.Figure, limit.Bound, limit.IsLeast))),
            .. broken.Select(name => Goal.AtMost($"{name}: could not be carried out", 1, 0)),
        ];
        Console.WriteLine($"\nSeed {seed}. Written to {ResultFile.Write("faults", new { seed, isLong, reports = reports.Select(Kept), broken, goals = goals.Select(goal => goal.ToString()) })}");
        return Goal.Judge(goals);
    }

    private static void Print(Fault fault, FaultReport report)
    {
        Console.WriteLine($"{(report.IsPassed ? "passed" : "MISSED")} {fault.Name}: {fault.Title}");
        foreach (var line in report.Limits.Where(limit => !limit.IsMet).Select(limit => limit.ToString()).Concat(report.Notes))
            Console.WriteLine($"       {line}");
    }

    private static void PrintTable(IEnumerable<FaultReport> reports)
    {
        Console.WriteLine();
        Console.WriteLine($"{"fault",-28}{"times",6}{"accepted",10}{"lost",6}{"doubled",9}{"half",6}{"left",6}{"stranded",10}{"recover p50",13}{"p99",8}{"max, s",8}{"took, s",9}");
        foreach (var report in reports)
        {
            var broken = report.Invariants;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Fault,-28}{report.Injected,6}{report.Accepted,10}{broken.Lost,6}{broken.Doubled,9}{broken.HalfFiles,6}{broken.LeftFiles,6}{broken.Stranded,10}{Seconds(report.P50),13}{Seconds(report.P99),8}{Seconds(report.Longest),8}{report.Seconds,9:0}"));
        }
    }

    /// <summary>JSON has no word for a figure that is none.</summary>
    private static object Kept(FaultReport report) => new
    {
        report.Fault,
        report.Injected,
        report.Accepted,
        report.Invariants,
        recover = report.Recoveries.Count == 0 ? null : new { report.P50, report.P99, report.Longest },
        report.Seconds,
        report.Notes,
    };

    private static string Seconds(double seconds) => double.IsNaN(seconds) ? "–" : seconds.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>This very program, as an engine child.</summary>
    private static IReadOnlyList<string> EngineCommand => [Environment.ProcessPath!, FaultEngineCommand.Name];
}
