using FluentAssertions;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Samples;

internal sealed class SampleSessionTests
{
    private static readonly PgfxSession[] Sessions = [.. SampleSessions.ByPath.Values.Select(SessionGenerator.Generate)];

    private static string Shipped(string path) => Path.Combine(AppContext.BaseDirectory, "samples", path);

    [Test]
    public void The_shipped_files_are_what_the_scripts_play_to_the_byte()
    {
        foreach (var (path, script) in SampleSessions.ByPath)
            File.ReadAllText(Shipped(path)).Should().Be(PgfxText.File(SessionGenerator.Generate(script)), path);
    }

    [Test]
    [Explicit("Writes the shipped files anew after a script was changed; HUB_SAMPLES names Hub.Host/Samples.")]
    public void Write_the_shipped_files()
    {
        var folder = Environment.GetEnvironmentVariable("HUB_SAMPLES") ?? throw new InvalidOperationException("HUB_SAMPLES is not set.");
        foreach (var (path, script) in SampleSessions.ByPath)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, PgfxText.File(SessionGenerator.Generate(script)));
        }
    }

    [TestCaseSource(nameof(Sessions))]
    public void No_chip_appears_or_vanishes(PgfxSession session)
    {
        foreach (var hand in session.Hands)
            hand.Players.Sum(p => p.EndStackAmt).Should().Be(hand.Players.Sum(p => p.StartStackAmt), $"of hand {hand.HandNum}");
    }

    [TestCaseSource(nameof(Sessions))]
    public void Every_pot_is_what_blinds_ante_and_earlier_bets_add_up_to(PgfxSession session)
    {
        foreach (var hand in session.Hands)
        {
            var pot = new PotReplay(hand);
            foreach (var step in hand.Events)
                pot.Apply(step).Should().Be(step.Pot, $"before {step.EventType} of seat {step.PlayerNum} in hand {hand.HandNum}");
        }
    }

    [TestCaseSource(nameof(Sessions))]
    public void No_card_is_dealt_twice(PgfxSession session)
    {
        foreach (var hand in session.Hands)
        {
            hand.Players.SelectMany(p => p.HoleCards[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Concat(hand.Events.Select(e => e.BoardCards).OfType<string>())
                .Should().OnlyHaveUniqueItems($"of hand {hand.HandNum}");
        }
    }

    [Test]
    public void A_repeated_hand_number_stands_for_two_hands_the_first_with_its_result_taken_back()
    {
        var twice = Sessions[0].Hands.GroupBy(h => h.HandNum).Single(g => g.Count() == 2).ToArray();

        twice[0].StartDateTimeUTC.Should().NotBe(twice[1].StartDateTimeUTC);
        twice[0].Players.Should().OnlyContain(p => p.EndStackAmt == p.StartStackAmt);
        twice[1].Players.Should().Contain(p => p.EndStackAmt != p.StartStackAmt);
    }

    [Test]
    public void At_the_final_table_all_but_one_go_out_with_a_place()
        => Sessions[1].Hands[^1].Players.Select(p => p.EliminationRank).Should().BeEquivalentTo([-1, 2, 3, 4, 5, 6, 7]);
}
