using System.CommandLine;
using Hub.Host.Commands;
using Hub.Host.Commands.Demo;
using Hub.Host.Commands.Doctor;
using Hub.Host.Commands.Replay;
using Hub.Host.Commands.Templates;

var root = new RootCommand("WSOP Automation Hub: hands in, captions decided, finished clips out. Without a command it runs.")
{
    TreatUnmatchedTokensAsErrors = false,
};
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(DemoCommand.Create());
root.Subcommands.Add(ReplayCommand.Create());
root.Subcommands.Add(MigrateCommand.Create());
root.Subcommands.Add(DoctorCommand.Create());
root.Subcommands.Add(TemplatesCommand.Create());
root.Subcommands.Add(EngineHostCommand.Create());
root.Subcommands.Add(HashPasswordCommand.Create());
root.Subcommands.Add(NewApiKeyCommand.Create());
root.SetAction(RunCommand.RunAsync);

// Longer than the hub's own time to hand work back.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) };
return await root.Parse(args).InvokeAsync(invocation);
