using System.Globalization;
using System.Text.RegularExpressions;
using EngageBot.Networks.X.Http;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.Time.Testing;

namespace EngageBot.Tests.Networks;

/// <summary>Checks a signature as X would: by making it again from what stood on the wire.</summary>
internal static partial class Signatures
{
    public static bool IsGood(SeenRequest seen, string baseUrl, XCredentials.OAuth1 keys)
    {
        var sent = Parts(seen.Authorization);
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(long.Parse(sent["oauth_timestamp"], CultureInfo.InvariantCulture)));
        var request = new XRequest(new HttpMethod(seen.Method), seen.Path, seen.Query);
        var made = Parts(new OAuth1(clock, () => sent["oauth_nonce"]).Header(request, new Uri(baseUrl), keys));
        return made["oauth_signature"] == sent["oauth_signature"] && made["oauth_token"] == sent["oauth_token"];
    }

    public static Dictionary<string, string> Parts(string header) =>
        Pair().Matches(header).ToDictionary(match => match.Groups[1].Value, match => Uri.UnescapeDataString(match.Groups[2].Value));

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Pair();
}
