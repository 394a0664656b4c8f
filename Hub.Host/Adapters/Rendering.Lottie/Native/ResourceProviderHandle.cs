namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>Finds images of an animation.</summary>
internal sealed class ResourceProviderHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        SkottieNative.ResourceProviderUnref(handle);
        return true;
    }
}
