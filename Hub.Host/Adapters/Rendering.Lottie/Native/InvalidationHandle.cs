namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>Collects what a seek changed.</summary>
internal sealed class InvalidationHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        SkottieNative.InvalidationDelete(handle);
        return true;
    }
}
