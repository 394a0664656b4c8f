using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>Which captions a change of manual data may say otherwise.</summary>
/// <param name="Names">Captions that speak of players of these names, corrected or as exported.</param>
/// <param name="Tables">Captions about these tables.</param>
/// <param name="Programme">Captions about the venue, the series or the staff.</param>
internal sealed record CaptionImpact(IReadOnlyList<string> Names, IReadOnlyList<string> Tables, bool Programme)
{
    public static readonly CaptionImpact None = new([], [], Programme: false);

    public static readonly CaptionImpact OnProgramme = new([], [], Programme: true);

    public static CaptionImpact OnNames(params IReadOnlyList<string> names) => new(names, [], Programme: false);

    public static CaptionImpact OnTable(string table) => new([], [table], Programme: false);

    /// <summary>Both together.</summary>
    public CaptionImpact And(CaptionImpact other)
        => new(Distinct(Names.Concat(other.Names)), Distinct(Tables.Concat(other.Tables)), Programme || other.Programme);

    private static string[] Distinct(IEnumerable<string> names) => [.. names.DistinctBy(NameKey.Of)];
}
