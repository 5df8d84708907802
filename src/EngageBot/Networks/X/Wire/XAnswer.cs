using System.Text.Json;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Wire;

/// <summary>What came of one request, before it is judged.</summary>
internal abstract record XAnswer
{
    private XAnswer()
    {
    }

    /// <summary>X, or something in front of it, answered.</summary>
    /// <param name="Json">Null when the body is no JSON object.</param>
    public sealed record Answered(XResponse Response, JsonElement? Json) : XAnswer
    {
        public bool IsSuccess => Response.Status is >= 200 and < 300;
    }

    /// <summary>Nobody answered.</summary>
    public sealed record Silent(string Reason, bool MayHaveArrived) : XAnswer;

    /// <summary>The request was not sent for want of credentials.</summary>
    public sealed record NoCredentials(string Reason, bool NeedsPerson) : XAnswer;
}
