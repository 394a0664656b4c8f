using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Modules.FeatureTable.WatchFolders;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.Support.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.ReadExport;

/// <summary>One value of one hand is anything at all: the other hands go in as they are, and that hand makes sense or is reported.</summary>
internal sealed class DamagedHandTests
{
    private static readonly string Sound = PgfxText.File(SessionGenerator.Generate(SampleSessions.FeatureTable).After(8));
    private static readonly IReadOnlyList<ParsedHand> SoundHands = ExportParser.Parse(Encoding.UTF8.GetBytes(Sound)).Hands;

    [Test]
    public void The_other_hands_are_read_and_the_damaged_one_makes_sense_or_is_reported()
        => Holds(tries: 1000, damage =>
        {
            var (file, position) = damage.Do(Sound);
            var export = ExportParser.Parse(file);

            export.Hands.Select(hand => (hand.Identity, hand.ContentHash)).Should().Contain(SoundHands.Where((_, index) => index != position).Select(hand => (hand.Identity, hand.ContentHash)));
            export.HandCount.Should().Be(SoundHands.Count);
            export.Problems.Select(problem => problem.ToString()).Should().NotContainMatch("*System.*").And.NotContainMatch("*Exported*");
            foreach (var hand in export.Hands)
                MakesSense(HandFacts.Of(hand.Hand, TimeSpan.FromMinutes(2)));
        });

    [Test]
    public async Task Whatever_is_read_can_be_stored_and_whatever_is_not_can_be_noted()
    {
        await using var database = await FeatureTableHost.CreateDatabaseAsync();
        await using var host = await FeatureTableHost.StartAsync(database);
        var session = SessionGenerator.Generate(SampleSessions.FeatureTable);
        var oneHand = PgfxText.File(session with { Hands = [session.Hands.MaxBy(hand => hand.Events.Count)!] });
        ExportedSession[] outcomes = [.. HandDamage.OfEveryField(oneHand).Select(damage => ExportParser.Parse(damage.Do(oneHand).File))];
        var all = outcomes[0] with
        {
            Hands = [.. outcomes.SelectMany(outcome => outcome.Hands).Select((hand, index) => hand with { Hand = hand.Hand with { Number = index } })],
            Problems = [.. outcomes.SelectMany(outcome => outcome.Problems)],
        };

        var copy = new ExportCopy { TableName = "Table 1", Export = all, ModifiedTicks = 1, ContentHash = "" };
        var stored = await host.Services.GetRequiredService<HandIntake>().TakeInAsync(copy, CancellationToken.None);
        await NoteAsync(host, all);

        stored.Should().Be(all.Hands.Count).And.BeGreaterThan(300);
        (await database.ScalarAsync<long>("SELECT count(*) FROM hands WHERE pot_size < 0 OR players_json::text LIKE '%: null%' OR jsonb_array_length(players_json) = 0")).Should().Be(0);
        (await database.ScalarAsync<int>("SELECT cardinality(problems) FROM feature_table.source_file")).Should().Be(all.Problems.Count).And.BeGreaterThan(300);
    }

    private static void MakesSense(HandFacts facts)
    {
        facts.Pot.Should().BeGreaterThanOrEqualTo(0);
        facts.Players.Where(player => player.ChipsPutIn < 0).Should().BeEmpty();
        if (facts.Warnings.Count == 0)
            facts.Pot.Should().Be(facts.Players.Sum(player => player.ChipsPutIn)).And.BeLessThanOrEqualTo(facts.Hand.Players.Sum(player => player.StartStack));
    }

    private static Task NoteAsync(FeatureTableHost host, ExportedSession export)
        => host.Services.GetRequiredService<SourceFileLedger>().SaveAsync(
            before: null,
            new SourceFileRow
            {
                Source = "Table 1",
                Path = $"{export.Id}",
                Length = 1,
                ModifiedTicks = 1,
                ContentHash = "",
                State = SourceFileState.Read,
                CheckedAt = TimeProvider.System.GetUtcNow(),
                Problems = [.. export.Problems.Select(problem => problem.ToString())],
            },
            CancellationToken.None);

    /// <summary>The same damage at every run, so that a red test stays red until it is mended.</summary>
    private static void Holds(int tries, Action<HandDamage> promise)
        => Prop.ForAll(HandDamage.Any(), promise).Check(Config.QuickThrowOnFailure.WithMaxTest(tries).WithReplay(20260912, 1));
}
