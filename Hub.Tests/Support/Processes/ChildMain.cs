namespace Hub.Tests.Support.Processes;

/// <summary>Entry point of the test assembly when <see cref="ChildProcess"/> starts it: runs the program named first.</summary>
internal static class ChildMain
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Run the tests with: dotnet test");
            return 1;
        }

        var program = (IChildProgram)Activator.CreateInstance(Type.GetType(args[0], throwOnError: true)!)!;
        if (program.ReadsInput)
        {
            await program.RunAsync(args[1..]);
            return 0;
        }

        // The parent holds the other end: when it is gone, so is this process, whatever it was doing. Reading the console blocks.
        await Task.WhenAny(program.RunAsync(args[1..]), Task.Run(Console.In.ReadToEnd)).Unwrap();
        return 0;
    }
}
