using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Subtitle.Captions;
using Hub.Tests.Render.Faults;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>What the compositions write is taken by Render's check, which measures every text with the fonts that draw it.</summary>
internal sealed class CaptionsFitTests
{
    private PreflightBench _bench = null!;
    private RequestPreflight _preflight = null!;

    [OneTimeSetUp]
    public void OpenBench()
    {
        _bench = new PreflightBench();
        _preflight = _bench.Open(Path.Combine(AppContext.BaseDirectory, "templates")).Preflight;
    }

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [TestCaseSource(typeof(ShippedTemplates), nameof(ShippedTemplates.Names))]
    public void Nine_players_in_every_script_fit(string template)
    {
        foreach (var player in FinalNine.Hand.Players)
        {
            Refused(template, FinalNine.Everything(player with { EliminationRank = 9 })).Should().BeEmpty($"{player.LongName} fits, too");
        }
    }

    [TestCaseSource(typeof(ShippedTemplates), nameof(ShippedTemplates.Names))]
    public void The_longest_texts_fit_wherever_they_stand(string template)
    {
        // Names may be of any length; handles have thirty characters at most.
        const string LongestHandle = "@anastasia.k.papadimitriou.1976";
        var longest = FinalNine.Longest.LongName;
        HandPlayer[] players = [.. FinalNine.Hand.Players.Select(player => player with { Name = longest, LongName = longest, EliminationRank = 9 })];
        var source = FinalNine.Everything(players[0]) with
        {
            Hand = FinalNine.Hand with { Players = players, TableName = longest },
            Players = PlayerBook.Empty,
            Tournament = FinalNine.Tournament with { Name = longest },
            Programme = new ProgrammeFacts
            {
                Venue = longest,
                Series = longest,
                Commentators = [new StaffMember(longest, LongestHandle), new StaffMember(longest, LongestHandle)],
                Reporters = [new StaffMember(longest, LongestHandle)],
                Schedule = [.. Enumerable.Repeat(new ScheduledBroadcast(new DateOnly(2026, 12, 28), new TimeOnly(22, 58), longest), 6)],
            },
        };

        Refused(template, source).Should().BeEmpty();
    }

    private IEnumerable<string> Refused(string template, CaptionSource source)
        => _preflight.Check(template, Compositions.Find(template)!.Write(source), new OutputSettings(ClipFormat.MovAlpha)).Problems.Select(problem => problem.Reason);
}
