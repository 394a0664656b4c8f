namespace Hub.Modules.Kernel.SelfChecks;

/// <summary>Looks whether this machine has what a part of the hub needs. Changes nothing that lasts, and needs no running hub.</summary>
public interface ISelfCheck
{
    /// <summary>What is looked at, in a word or two: <c>ffmpeg</c>, <c>fonts</c>.</summary>
    string Name { get; }

    /// <summary>Looks; may throw, which counts as a finding that the check itself failed.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
