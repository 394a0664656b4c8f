namespace Hub.Tests.Support.Sessions;

/// <summary>A player, or an empty chair, at the start of a session.</summary>
/// <param name="Seat">1 to 10.</param>
/// <param name="Name">Display name; empty for an empty chair.</param>
/// <param name="LongName">Full name.</param>
/// <param name="Stack">Chips; 0 = the chair is empty.</param>
/// <param name="LongNameFromHand">First hand whose export bears the full name: operators fill it in late.</param>
internal sealed record SamplePlayer(int Seat, string Name, string LongName, long Stack, int LongNameFromHand = 1);
