namespace Hub.Modules.Render.Fitness;

/// <summary>What a look at the surroundings has found.</summary>
/// <param name="Complaints">What keeps the worker from its work; empty: nothing does. One for each code at most is of interest.</param>
/// <param name="FreeDisk">Bytes free where clips are written.</param>
/// <param name="FreeMemory">Bytes of memory that can still be had.</param>
internal sealed record Measured(IReadOnlyList<Complaint> Complaints, long FreeDisk, long FreeMemory);
