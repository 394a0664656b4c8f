using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;

namespace Hub.Modules.Render.Requests;

/// <summary>Checks a request of another module before it is queued.</summary>
internal sealed class RequestCheck(RequestPreflight preflight)
{
    public RequestVerdict Check(RequestRender request)
    {
        var report = preflight.Check(request.TemplateName, request.Fields, new OutputSettings(request.Format));
        return new RequestVerdict(
            report.Clip is { } clip ? OutputSettings.Write(clip.Format, clip.Width, clip.Height, clip.FramesPerSecond, clip.DurationFrames!.Value) : "{}",
            report.Template?.Description.Version,
            report.Complaint);
    }
}
