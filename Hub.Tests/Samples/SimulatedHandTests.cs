using System.Text;
using FluentAssertions;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Samples;

/// <summary>The hub derives from exports what the dealer of those hands knows to be true.</summary>
internal sealed class SimulatedHandTests
{
    private static readonly TimeSpan LongHand = TimeSpan.FromSeconds(120);
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 30)];

    [TestCaseSource(nameof(Seeds))]
    public void Facts_derived_from_an_export_are_what_was_dealt(int seed)
    {
        var session = SessionGenerator.Play(ScriptOf(seed));
        var read = ExportParser.Parse(Encoding.UTF8.GetBytes(PgfxText.File(session.Export)));

        read.Problems.Should().BeEmpty();
        foreach (var (parsed, dealt) in read.Hands.Zip(session.Hands))
            TruthOf(HandFacts.Of(parsed.Hand, LongHand)).Should().BeEquivalentTo(TruthOf(dealt), $"of hand {parsed.Hand.Number}, seed {seed}");
    }

    private static object TruthOf(HandFacts facts) => new
    {
        facts.Pot,
        Winners = facts.Players.Where(p => p.IsWinner).Select(p => p.Player.Seat).ToArray(),
        WentOut = facts.Players.Where(p => p.WentOut).Select(p => p.Player.Seat).ToArray(),
        facts.IsAllIn,
        Rank = facts.Rank?.ToString(),
        facts.Warnings,
    };

    private static object TruthOf(PlayedHand hand) => new
    {
        hand.Pot,
        Winners = hand.Winners.ToArray(),
        WentOut = hand.WentOut.Order().ToArray(),
        hand.IsAllIn,
        Rank = hand.ShowdownCategory?.ToString(),
        Warnings = Array.Empty<string>(),
    };

    /// <summary>A short-stacked table where anything may happen, but something must: there are two players left and a pot.</summary>
    private static SessionScript ScriptOf(int seed) => new()
    {
        Type = "FEATURE_TABLE",
        CreatedAt = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(seed),
        Seed = seed * 1_000,
        Players = [.. Enumerable.Range(1, 9).Select(seat => new SamplePlayer(seat, $"Player {seat}", "", (seat + (seed % 7)) * 9_500))],
        Levels = [new(1, 1_500, 3_000, 500)],
        Hands = [.. Enumerable.Repeat<Func<PlayedHand, bool>>(hand => hand.Pot > 0 && hand.Seats.Count - hand.WentOut.Count > 1, 30)],
    };
}
