namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// <c>Chip Flow</c>: a player's stack over the last 10, 20 or 30 played hands, this one included, as ten bars. Clips know texts only, so
/// a bar is a row of strokes that the template stands on its end.
/// </summary>
internal sealed class ChipFlow : IComposition
{
    private const int Slots = 10;
    private const int LongestBar = 20;
    private const char Stroke = '|';

    private static readonly int[] Spans = [10, 20, 30];

    public string Template => "Chip Flow";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyList<string> Options => [CaptionOptions.HandsAgoName];

    public int LooksBack(CaptionOptions options) => Step(options) * (Slots - 1);

    public (string Option, string Problem)? Refuse(CaptionOptions options)
        => Spans.Contains(options.HandsAgo) ? null : (CaptionOptions.HandsAgoName, $"must be 10, 20 or 30 for the template \"{Template}\", not {options.HandsAgo}");

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var player = source.RequiredPlayer;
        var stacks = Stacks(source);
        var known = stacks.OfType<long>().ToList();
        var (least, most) = (known.Min(), known.Max());

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = source.FullNameOf(player),
            ["flag"] = source.FlagOf(player),
            ["chips"] = CaptionValue.Chips(player.EndStack),
            ["change"] = known.Count > 1 ? CaptionValue.Change(player.EndStack - known[0]) : "",
            ["span"] = CaptionValue.LastHands(source.Options.HandsAgo),
            ["max_label"] = CaptionValue.ShortChips(most),
            ["min_label"] = CaptionValue.ShortChips(least),
        };
        fields.AddSlots(Slots, stacks, ("bar", stack => Bar(stack, least, most)), ("chips", CaptionValue.ShortChips));
        return fields;
    }

    // Oldest first; the last one is the hand's own.
    private static List<long?> Stacks(CaptionSource source)
    {
        var step = Step(source.Options);
        var earlier = Enumerable.Range(1, Slots - 1)
            .Select(slot => source.StackIn(source.History.ElementAtOrDefault((slot * step) - 1)))
            .Reverse();
        return [.. earlier, source.RequiredPlayer.EndStack];
    }

    private static int Step(CaptionOptions options) => Math.Max(1, options.HandsAgo / Slots);

    private static string Bar(long? stack, long least, long most) => stack switch
    {
        null => "",
        _ when least == most => new string(Stroke, LongestBar / 2),
        _ => new string(Stroke, 1 + (int)decimal.Round(((decimal)stack - least) * (LongestBar - 1) / ((decimal)most - least))),
    };
}
