namespace EngageBot.Tests.Line;

/// <summary>Waits for something that another process is about to do; for tests of whole programs only.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> holds, string otherwise)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Limit)
                throw new TimeoutException(otherwise);
            await Task.Delay(Breath, TimeProvider.System);
        }
    }

    public static async Task<T> SomeAsync<T>(Func<Task<T?>> find) where T : class
    {
        T? found = null;
        await TrueAsync(async () => (found = await find()) is not null, "It never appeared.");
        return found!;
    }
}
