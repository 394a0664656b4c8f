namespace Hub.Modules.Kernel.SelfChecks;

/// <summary>What a finding means for the hub.</summary>
public enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok = 0,

    /// <summary>The hub runs, but somebody should know.</summary>
    Warning = 1,

    /// <summary>A part of the hub cannot do its work.</summary>
    Problem = 2,
}
