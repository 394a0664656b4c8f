namespace Hub.Host.Commands.Demo.Once;

/// <summary>Where the database stood when the run began.</summary>
/// <param name="Hand">Highest id in <c>hands</c>.</param>
/// <param name="Instruction">Highest id in <c>render_instructions</c>.</param>
/// <param name="Output">Highest id in <c>render_outputs</c>.</param>
/// <param name="OpenInstructions">Instructions that an earlier run left open; finishing them is this run's work.</param>
/// <param name="DeadLetters">Messages given up so far.</param>
internal sealed record RunMark(long Hand, long Instruction, long Output, long[] OpenInstructions, long DeadLetters);
