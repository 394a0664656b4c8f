namespace Hub.Tests.Support.Processes;

/// <summary>Something a test runs in a process of its own, to kill it.</summary>
internal interface IChildProgram
{
    /// <summary>The program reads standard input itself and ends when it closes.</summary>
    bool ReadsInput => false;

    /// <summary>Lines written to the console are what the test can wait for.</summary>
    Task RunAsync(string[] args);
}
