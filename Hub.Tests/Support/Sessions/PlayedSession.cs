namespace Hub.Tests.Support.Sessions;

/// <summary>An export, and what really happened in each of its hands.</summary>
internal sealed record PlayedSession(PgfxSession Export, IReadOnlyList<PlayedHand> Hands);
