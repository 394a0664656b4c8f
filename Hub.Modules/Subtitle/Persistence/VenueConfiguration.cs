namespace Hub.Modules.Subtitle.Persistence;

internal sealed class VenueConfiguration() : ProgrammeNameConfiguration<Venue>("venue");
