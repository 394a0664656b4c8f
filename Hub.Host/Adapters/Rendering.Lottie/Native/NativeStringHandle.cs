namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>A string on the native side.</summary>
internal sealed class NativeStringHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        SkottieNative.StringDelete(handle);
        return true;
    }
}
