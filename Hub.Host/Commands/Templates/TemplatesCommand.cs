using System.CommandLine;
using Hub.Modules.Render;

namespace Hub.Host.Commands.Templates;

/// <summary><c>templates</c>: what a maker of template packages needs; no database, no running hub.</summary>
internal static class TemplatesCommand
{
    private static readonly Option<string> Target = new("--out") { Description = "Folder to draw into.", DefaultValueFactory = _ => "previews" };
    private static readonly Option<string?> Only = new("--template") { Description = "Name of one template; all if left out." };
    private static readonly Option<string?> Fields = new("--fields") { Description = """File with other values, as preview.json: {"fields":{"name":"…"}}.""" };
    private static readonly Option<int> Width = new("--width") { Description = "Width of the pictures in pixels.", DefaultValueFactory = _ => 960 };

    public static Command Create()
    {
        Width.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<int>() is not (>= 64 and <= 8192))
                option.AddError("--width takes 64 to 8192 pixels.");
        });
        var check = new Command("check", "Check every package in Render:TemplateFolder, and draw its examples; exit code 1 when one has a fault.") { TreatUnmatchedTokensAsErrors = false };
        check.SetAction((arguments, cancellationToken) => RunAsync(arguments, services => RenderModule.CheckTemplatesAsync(services, Console.Out, cancellationToken)));
        var preview = new Command("preview", "Draw one picture of each template, transparent as its clips are.") { TreatUnmatchedTokensAsErrors = false, Options = { Target, Only, Fields, Width } };
        preview.SetAction((arguments, cancellationToken) => RunAsync(arguments, services => RenderModule.PreviewTemplatesAsync(
            services, arguments.GetValue(Only), arguments.GetValue(Fields), Path.GetFullPath(arguments.GetRequiredValue(Target)), arguments.GetValue(Width), Console.Out, cancellationToken)));
        return new Command("templates", "Check and preview template packages.") { Subcommands = { check, preview } };
    }

    private static Task<int> RunAsync(ParseResult arguments, Func<IServiceProvider, Task<int>> action)
        => HubCommand.RunAsync(
            () => HubApplication.Build([.. HubCommand.SettingsOf(arguments), "--Logging:Console:LogToStandardErrorThreshold=Trace", "--Logging:LogLevel:Default=Error"]),
            async hub =>
            {
                hub.Validate();
                return await action(hub.Web.Services) == 0 ? 0 : HubCommand.Failed;
            });
}
