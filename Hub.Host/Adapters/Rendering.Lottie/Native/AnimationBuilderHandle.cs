namespace Hub.Adapters.Rendering.Lottie.Native;

/// <summary>Builds one animation.</summary>
internal sealed class AnimationBuilderHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        SkottieNative.BuilderDelete(handle);
        return true;
    }
}
