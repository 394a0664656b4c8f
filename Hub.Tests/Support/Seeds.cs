namespace Hub.Tests.Support;

/// <summary>Seeds of tests that make up what happens: a few at each run, more of them at night.</summary>
internal static class Seeds
{
    /// <summary>Seeds 1 to <paramref name="always"/>, and up to <paramref name="atNight"/> with <c>--long</c>.</summary>
    public static IEnumerable<TestCaseData> UpTo(int always, int atNight)
        => Enumerable.Range(1, atNight).Select(seed => seed <= always ? new TestCaseData(seed) : new TestCaseData(seed).SetCategory("Long"));
}
