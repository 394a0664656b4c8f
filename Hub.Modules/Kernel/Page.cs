namespace Hub.Modules.Kernel;

/// <summary>One page of a list, newest first.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Next">Cursor for the next page (pass as <c>before</c>), or null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Next);
