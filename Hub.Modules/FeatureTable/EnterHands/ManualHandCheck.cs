using System.Globalization;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.Kernel;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>Names what is wrong with a hand that was typed in, each thing by its field.</summary>
internal sealed class ManualHandCheck(ManualHand hand, DateTimeOffset now)
{
    public const string FeatureTable = "FEATURE_TABLE";
    private const string FinalTable = "FINAL_TABLE";
    private const int HighestSeat = 10;
    private const int HighestNumber = 999_999;
    private const int LongestName = 100;
    private const long MostChips = 999_999_999_999;
    private static readonly TimeSpan LongestHand = TimeSpan.FromHours(4);
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private readonly FieldErrors _errors = new();

    public FieldErrors Run()
    {
        if (string.IsNullOrWhiteSpace(hand.Table))
            _errors.Add("table", "is required");
        if (hand.SessionType is not (null or FeatureTable or FinalTable))
            _errors.Add("sessionType", $"must be {FeatureTable} or {FinalTable}");
        Require("handNumber", hand.HandNumber);
        Range("handNumber", hand.HandNumber, 0, HighestNumber);
        if (hand.StartedAt > now + ClockDifference)
            _errors.Add("startedAt", "lies in the future");
        if (hand.StartedAt < DateTimeOffset.UnixEpoch)
            _errors.Add("startedAt", "lies too far back");
        Range("durationSeconds", hand.DurationSeconds, 0, (long)LongestHand.TotalSeconds);
        Range("smallBlind", hand.SmallBlind, 0, MostChips);
        Range("bigBlind", hand.BigBlind, 0, MostChips);
        Range("ante", hand.Ante, 0, MostChips);
        Range("buttonSeat", hand.ButtonSeat, 1, HighestSeat);
        Range("pot", hand.Pot, 0, MostChips);
        if (hand.SmallBlind > hand.BigBlind)
            _errors.Add("smallBlind", "is above the big blind");
        CheckPlayers(hand.Players ?? []);
        CheckCards();
        if (_errors.IsEmpty)
            CheckWinners();
        return _errors;
    }

    private void CheckPlayers(IReadOnlyList<ManualPlayer?> players)
    {
        if (players.Count is < 2 or > HighestSeat)
            _errors.Add("players", $"must be 2 to {HighestSeat}");
        for (var index = 0; index < players.Count; index++)
        {
            if (players[index] is { } player)
                CheckPlayer(player, Field(index));
            else
                _errors.Add(Field(index), "is null");
        }

        foreach (var seat in Indexed(players).Where(each => each.Player.Seat is not null).GroupBy(each => each.Player.Seat).Where(seat => seat.Count() > 1))
            _errors.Add($"{Field(seat.Last().Index)}.seat", $"seat {seat.Key} is taken by {Field(seat.First().Index)}");
    }

    private void CheckPlayer(ManualPlayer player, string field)
    {
        Require($"{field}.seat", player.Seat);
        Range($"{field}.seat", player.Seat, 1, HighestSeat);
        if (string.IsNullOrWhiteSpace(player.Name))
            _errors.Add($"{field}.name", "is required");
        CheckText($"{field}.name", player.Name);
        CheckText($"{field}.longName", player.LongName);
        Require($"{field}.startStack", player.StartStack);
        Range($"{field}.startStack", player.StartStack, 1, MostChips);
        Require($"{field}.endStack", player.EndStack);
        Range($"{field}.endStack", player.EndStack, 0, MostChips);
        Range($"{field}.eliminationRank", player.EliminationRank, 1, HighestNumber);
        Range($"{field}.vpipPercent", player.VpipPercent, 0, 100);
        if (player.EliminationRank is not null && hand.SessionType != FinalTable)
            _errors.Add($"{field}.eliminationRank", $"is for {FinalTable} only; elsewhere a player who goes out can come back");
        if (player is { EliminationRank: not null, EndStack: > 0 })
            _errors.Add($"{field}.eliminationRank", "is given, but the player has chips");
    }

    private void CheckCards()
    {
        if (hand.Board?.Count is not (null or 0 or 3 or 4 or 5))
            _errors.Add("board", $"has {hand.Board!.Count} cards; it must be 0, 3, 4 or 5");
        var seen = new Dictionary<Card, string>();
        CheckCards("board", hand.Board ?? [], seen);
        foreach (var (index, player) in Indexed(hand.Players ?? []))
        {
            if (player.HoleCards?.Count is not (null or 0 or 2))
                _errors.Add($"{Field(index)}.holeCards", $"has {player.HoleCards!.Count} cards; it must be two or none");
            CheckCards($"{Field(index)}.holeCards", player.HoleCards ?? [], seen);
        }
    }

    private void CheckCards(string field, IReadOnlyList<string?> cards, Dictionary<Card, string> seen)
    {
        foreach (var text in cards)
        {
            if (!Card.TryParse(text, out var card))
                _errors.Add(field, $"'{text}' is no card such as Ah or Td");
            else if (!seen.TryAdd(card, field))
                _errors.Add(field, $"{card} is in {seen[card]} already");
        }
    }

    /// <summary>Only for a hand that is whole so far.</summary>
    private void CheckWinners()
    {
        var players = Indexed(hand.Players!).ToList();
        foreach (var seat in hand.Winners ?? [])
        {
            if (!players.Exists(each => each.Player.Seat == seat))
                _errors.Add("winners", $"seat {seat} is not in the hand");
        }

        if (hand.Winners is { Count: > 1 } && hand.Board?.Count != 5)
            _errors.Add("board", "must have five cards where the pot was split");
        if (!_errors.IsEmpty)
            return;

        foreach (var (index, player) in players)
            CheckStacks(player, $"{Field(index)}.endStack", hand.Winners?.Contains(player.Seat!.Value));
    }

    private void CheckStacks(ManualPlayer player, string field, bool? isWinner)
    {
        var gain = player.EndStack - player.StartStack;
        if (gain > 0 && isWinner == false)
            _errors.Add(field, "is above the start stack, but the player is not among the winners");
        if (hand.Pot is { } pot && Math.Abs(gain!.Value) > pot)
            _errors.Add(field, string.Create(CultureInfo.InvariantCulture, $"differs from the start stack by more than the pot of {pot}"));
        if (player.EndStack > hand.Players!.Sum(each => each!.StartStack))
            _errors.Add(field, "is more than all players had together");
        if (isWinner == true && player.Folded == true)
            _errors.Add(field.Replace("endStack", "folded", StringComparison.Ordinal), "is true, but the player is among the winners");
    }

    private void CheckText(string field, string? text)
    {
        if (text?.Trim().Length > LongestName)
            _errors.Add(field, $"is longer than {LongestName} characters");
        if (text?.Any(char.IsControl) == true)
            _errors.Add(field, "contains a control character");
    }

    private void Require(string field, long? number)
    {
        if (number is null)
            _errors.Add(field, "is required");
    }

    private void Range(string field, long? number, long lowest, long highest)
    {
        if (number < lowest || number > highest)
            _errors.Add(field, string.Create(CultureInfo.InvariantCulture, $"is {number} and must be {lowest} to {highest}"));
    }

    private static string Field(int index) => string.Create(CultureInfo.InvariantCulture, $"players[{index}]");

    private static IEnumerable<(int Index, ManualPlayer Player)> Indexed(IReadOnlyList<ManualPlayer?> players)
        => players.Index().Where(each => each.Item is not null).Select(each => (each.Index, each.Item!));
}
