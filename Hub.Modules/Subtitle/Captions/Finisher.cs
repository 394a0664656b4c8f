namespace Hub.Modules.Subtitle.Captions;

/// <summary>Who has got a place in a tournament.</summary>
/// <param name="Place">1 and up.</param>
/// <param name="Name">Name as in the tournament's data.</param>
internal sealed record Finisher(int Place, string Name);
