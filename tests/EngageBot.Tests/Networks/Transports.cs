using Xunit;

namespace EngageBot.Tests.Networks;

/// <summary>Every transport of this build.</summary>
public sealed class Transports : TheoryData<string>
{
    private static readonly string[] Names =
    [
        "HttpClient",
#if TWEETINVI
        "Tweetinvi",
#endif
    ];

    public Transports() => AddRange(Names);

    /// <summary>Each transport with each of the given cases.</summary>
    public static TheoryData<string, T> With<T>(IEnumerable<T> cases)
    {
        var data = new TheoryData<string, T>();
        foreach (var transport in Names)
        {
            foreach (var one in cases)
                data.Add(transport, one);
        }

        return data;
    }
}
