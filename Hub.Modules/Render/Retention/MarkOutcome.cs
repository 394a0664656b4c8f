namespace Hub.Modules.Render.Retention;

/// <summary>What came of the wish to mark a clip.</summary>
internal enum MarkOutcome
{
    /// <summary>It is as was asked for.</summary>
    Done = 0,

    /// <summary>There is no such output.</summary>
    NotFound = 1,

    /// <summary>Its clip has been removed.</summary>
    Removed = 2,
}
