namespace Hub.Modules.Render.Fitness;

/// <summary>Why a worker can take no work: trouble of its surroundings, which passes, and says nothing about any clip.</summary>
/// <param name="Code">Code of the alert.</param>
/// <param name="Text">What is wrong, in words for the operator.</param>
internal sealed record Complaint(string Code, string Text);
