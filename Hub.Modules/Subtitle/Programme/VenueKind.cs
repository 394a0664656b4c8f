using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Places where it is played.</summary>
internal sealed class VenueKind : ProgrammeNameKind<Venue>
{
    public override string Path => "venues";

    public override string Name => "venue";

    public override string Words => "venue";
}
