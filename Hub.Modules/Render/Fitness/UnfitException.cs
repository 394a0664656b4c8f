namespace Hub.Modules.Render.Fitness;

/// <summary>This worker cannot make this clip now, through no fault of the clip's.</summary>
internal sealed class UnfitException(Complaint complaint) : Exception(complaint.Text)
{
    public Complaint Complaint { get; } = complaint;
}
