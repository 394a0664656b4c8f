namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Where it is played.</summary>
internal sealed class Venue : ProgrammeName;
