using System.Globalization;
using System.Xml;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>
/// Turns an exported hand into the domain's. Refuses what would make the facts wrong (amounts out of range, seats twice,
/// another game); keeps and remarks on what only makes them poorer (an unreadable card, an unknown kind of event).
/// </summary>
internal sealed class HandTranslation(ExportedHand source)
{
    private const long MostChips = 1_000_000_000_000_000;
    private const int HighestSeat = 99;
    private const int LongestName = 500;
    private const int FirstYear = 2000;
    private const int LastYear = 2999;
    private const int LongestQuote = 20;

    private readonly List<string> _remarks = [];

    public RecordedHand Translate()
    {
        Require(source.HandNum >= 0, "HandNum", "is negative");
        Require(source.GameVariant == "HOLDEM", "GameVariant", $"is {Short(source.GameVariant)}, but only HOLDEM is understood");
        var players = Each(source.Players, "Players", Player).OrderBy(player => player.Seat).ToArray();
        Require(players.Length > 0, "Players", "is empty");
        Require(players.DistinctBy(player => player.Seat).Count() == players.Length, "Players", "names a seat twice");
        var seats = players.Select(player => player.Seat).ToHashSet();
        return new RecordedHand
        {
            Number = source.HandNum,
            StartedAt = Start(),
            Duration = Length(),
            Blinds = BlindsOf(source.FlopDrawBlinds),
            Players = players,
            Actions = [.. Each(source.Events, "Events", (each, path) => Action(each, path, seats))],
            Remarks = _remarks,
        };
    }

    private static TResult[] Each<TSource, TResult>(IReadOnlyList<TSource> list, string name, Func<TSource, string, TResult> translate)
        where TSource : class?
        => list.Select((item, index) =>
        {
            var path = $"{name}[{index}]";
            Require(item is not null, path, "is null");
            return translate(item!, path);
        }).ToArray();

    private DateTimeOffset Start()
    {
        var isRead = DateTimeOffset.TryParseExact(
            source.StartDateTimeUTC, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start);
        Require(isRead, "StartDateTimeUTC", "is no date and time such as 2025-10-16T11:08:52.3397879Z");
        Require(start.Year is >= FirstYear and <= LastYear, "StartDateTimeUTC", $"is in the year {start.Year}, which is not between {FirstYear} and {LastYear}");
        return start;
    }

    private TimeSpan Length()
    {
        TimeSpan length;
        try
        {
            length = XmlConvert.ToTimeSpan(source.Duration);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new ExportedHandException("Duration", "is no ISO 8601 duration such as PT2M7.6071358S");
        }

        Require(length >= TimeSpan.Zero && length.TotalSeconds <= int.MaxValue, "Duration", "is out of range");
        return length;
    }

    private Blinds BlindsOf(ExportedBlinds blinds)
    {
        var ante = Chips(source.AnteAmt, "AnteAmt");
        if (ante > 0 && blinds.AnteType is not ("BB_ANTE_BB1ST" or "BB_ANTE_ANTE1ST"))
            _remarks.Add($"the kind of ante, {Short(blinds.AnteType)}, is not known; it is counted as paid by the big blind");

        return new Blinds
        {
            ButtonSeat = blinds.ButtonPlayerNum,
            SmallBlindSeat = blinds.SmallBlindPlayerNum,
            SmallBlind = Chips(blinds.SmallBlindAmt, "FlopDrawBlinds.SmallBlindAmt"),
            BigBlindSeat = blinds.BigBlindPlayerNum,
            BigBlind = Chips(blinds.BigBlindAmt, "FlopDrawBlinds.BigBlindAmt"),
            ThirdBlindSeat = blinds.ThirdBlindPlayerNum,
            ThirdBlind = Chips(blinds.ThirdBlindAmt, "FlopDrawBlinds.ThirdBlindAmt"),
            Ante = ante,
            IsAnteFirst = blinds.AnteType == "BB_ANTE_ANTE1ST",
        };
    }

    private RecordedPlayer Player(ExportedPlayer player, string path)
    {
        Require(player.PlayerNum is > 0 and <= HighestSeat, $"{path}.PlayerNum", $"is {player.PlayerNum}, not a seat from 1 to {HighestSeat}");
        return new RecordedPlayer
        {
            Seat = player.PlayerNum,
            Name = Text(player.Name, $"{path}.Name"),
            LongName = Text(player.LongName ?? "", $"{path}.LongName"),
            StartStack = Chips(player.StartStackAmt, $"{path}.StartStackAmt"),
            EndStack = Chips(player.EndStackAmt, $"{path}.EndStackAmt"),
            HoleCards = HoleCards(player),
            IsSittingOut = player.SittingOut,
            EliminationRank = player.EliminationRank > 0 ? player.EliminationRank : null,
            VpipPercent = player.VPIPPercent,
        };
    }

    private List<Card> HoleCards(ExportedPlayer player)
    {
        var words = string.Join(' ', player.HoleCards ?? []).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cards = new List<Card>();
        foreach (var word in words)
        {
            if (Card.TryParse(word, out var card))
                cards.Add(card);
        }

        if (words.Length == 0 || (words.Length == 2 && cards.Count == 2))
            return cards;

        _remarks.Add($"the hole cards of seat {player.PlayerNum}, {Short(string.Join(' ', words))}, are not two cards and count as not read");
        return [];
    }

    private RecordedAction Action(ExportedEvent each, string path, HashSet<int> seats)
    {
        var kind = each.EventType switch
        {
            "FOLD" => ActionKind.Fold,
            "CHECK" => ActionKind.Check,
            "CALL" => ActionKind.Call,
            "BET" or "RAISE" or "RAISE TO" => ActionKind.Bet,
            "ALL IN" => ActionKind.AllIn,
            "BOARD CARD" => ActionKind.BoardCard,
            _ => ActionKind.Other,
        };
        if (kind == ActionKind.Other)
            _remarks.Add($"the event {Short(each.EventType)} is not known");
        Require(kind is ActionKind.BoardCard or ActionKind.Other || seats.Contains(each.PlayerNum), $"{path}.PlayerNum", $"is {each.PlayerNum}, a seat that is not in the hand");
        return new RecordedAction
        {
            Kind = kind,
            Name = Text(each.EventType, $"{path}.EventType"),
            Seat = each.PlayerNum,
            StreetTotal = Chips(each.BetAmt, $"{path}.BetAmt"),
            PotBefore = kind is ActionKind.Check or ActionKind.Call or ActionKind.Bet or ActionKind.AllIn ? Chips(each.Pot, $"{path}.Pot") : null,
            BoardCard = kind == ActionKind.BoardCard ? BoardCard(each.BoardCards) : null,
            BoardNumber = Math.Max(each.BoardNum, 1),
        };
    }

    private Card? BoardCard(string? text)
    {
        if (Card.TryParse(text, out var card))
            return card;

        _remarks.Add($"the board card {Short(text ?? "")} could not be read");
        return null;
    }

    private static long Chips(long amount, string path)
    {
        Require(amount is >= 0 and <= MostChips, path, $"is {amount}, not an amount of chips");
        return amount;
    }

    private static string Text(string text, string path)
    {
        Require(text.Length <= LongestName, path, $"is longer than {LongestName} characters");
        return Storable(text);
    }

    /// <summary>Cut between characters, never within one of two code units.</summary>
    private static string Short(string text)
        => text.Length <= LongestQuote ? $"'{Storable(text)}'" : $"'{Storable(string.Concat(text.EnumerateRunes().Take(LongestQuote)))}…'";

    /// <summary>PostgreSQL has no place for U+0000.</summary>
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');

    private static void Require(bool condition, string path, string reason)
    {
        if (!condition)
            throw new ExportedHandException(path, reason);
    }
}
