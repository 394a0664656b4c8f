namespace Hub.Modules.Subtitle.ManualData;

/// <summary>How a change ended, and the entry as it is now where there is one.</summary>
internal sealed record ManualOutcome<TEntry>(ManualAnswer Answer, TEntry? Entry = null)
    where TEntry : class;
