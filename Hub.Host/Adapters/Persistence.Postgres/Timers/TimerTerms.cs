namespace Hub.Adapters.Persistence.Postgres.Timers;

/// <summary>Marks a message on its way into the outbox as one that a timer is to send later.</summary>
/// <param name="Token">Names the timer, to cancel it by.</param>
/// <param name="Delay">From now; zero or less: as soon as possible.</param>
internal sealed record TimerTerms(Guid Token, TimeSpan Delay);
