using System.Text.Json;
using EngageBot.Model;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>Turns every answer into the value that the line acts on: status first, then the problem's type, then its words.</summary>
internal sealed class Verdicts(RateLimits limits, TimeProvider clock)
{
    private readonly Halts halts = new(limits, clock);

    /// <param name="lane">Account and kind of request, as X counts its limits.</param>
    /// <param name="read">Null when the JSON is not what was asked for.</param>
    public ReadOutcome<T> OfRead<T>(string lane, XAnswer answer, Func<XAnswer.Answered, JsonElement, T?> read) where T : class => answer switch
    {
        XAnswer.Silent silent => new ReadOutcome<T>.Failed($"{Sentence(silent.Reason)} It will be tried again."),
        XAnswer.NoCredentials { NeedsPerson: true } none => new ReadOutcome<T>.Halted(none.Reason),
        XAnswer.NoCredentials none => new ReadOutcome<T>.Failed(none.Reason),
        XAnswer.Answered { IsSuccess: true, Json: { } json } answered when read(answered, json) is { } value => Passed(lane, value),
        XAnswer.Answered { IsSuccess: true } => new ReadOutcome<T>.Failed("X's answer could not be read. It will be tried again."),
        XAnswer.Answered answered => Refused<T>(lane, answered),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public PostOutcome OfPost(string lane, XAnswer answer, string targetPostId) => answer switch
    {
        XAnswer.Silent { MayHaveArrived: true } silent => new PostOutcome.Unclear($"{Sentence(silent.Reason)} The reply may be public."),
        XAnswer.Silent silent => new PostOutcome.Unreachable($"{Sentence(silent.Reason)} Nothing was posted; it will be tried again."),
        XAnswer.NoCredentials { NeedsPerson: true } none => new PostOutcome.Halted(none.Reason),
        XAnswer.NoCredentials none => new PostOutcome.Unreachable(none.Reason),
        XAnswer.Answered answered => OfPost(lane, answered, targetPostId),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="read">Null when the JSON is not what was asked for.</param>
    public UploadOutcome OfUpload(string lane, XAnswer answer, Func<XAnswer.Answered, JsonElement, UploadOutcome?> read) => answer switch
    {
        XAnswer.Silent silent => new UploadOutcome.Later($"{Sentence(silent.Reason)} The picture will be uploaded again."),
        XAnswer.NoCredentials { NeedsPerson: true } none => new UploadOutcome.Halted(none.Reason),
        XAnswer.NoCredentials none => new UploadOutcome.Later(none.Reason),
        XAnswer.Answered { IsSuccess: true, Json: { } json } answered when read(answered, json) is { } outcome => outcome,
        XAnswer.Answered { IsSuccess: true } => new UploadOutcome.Later("X's answer to the picture could not be read. It will be uploaded again."),
        XAnswer.Answered answered => OfUpload(lane, answered),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private UploadOutcome OfUpload(string lane, XAnswer.Answered answered)
    {
        var (response, problem) = (answered.Response, XProblem.Of(answered.Json));
        if (halts.Of(response, problem) is { } halt)
            return new UploadOutcome.Halted(halt.Reason, halt.Until);
        if (response.Status == 429)
            return new UploadOutcome.Later("X asked us to pause uploading pictures.", limits.UntilAfter(lane, response));
        if (response.Status == 403)
            return new UploadOutcome.Refused($"X does not let this account upload pictures ({Said(response.Status, problem)}). Sign it in with the scope media.write, or approve the reply without the picture.");
        return response.Status is >= 400 and < 500 and not 408
            ? new UploadOutcome.Refused($"X did not take the picture ({Said(response.Status, problem)}). Approve the reply without it, or replace the file.")
            : new UploadOutcome.Later($"X is in trouble ({Said(response.Status, problem)}). The picture will be uploaded again.");
    }

    private PostOutcome OfPost(string lane, XAnswer.Answered answered, string targetPostId)
    {
        var (response, problem) = (answered.Response, XProblem.Of(answered.Json));
        switch (response.Status)
        {
            case >= 200 and < 300:
                limits.Passed(lane);
                return (answered.Json?.Member("data") ?? default).Text("id") is { } id && XId.IsValid(id)
                    ? new PostOutcome.Posted(id)
                    : new PostOutcome.Unclear("X took the reply, but its answer could not be read. The reply may be public.");
            case var _ when halts.Of(response, problem) is { } halt:
                return new PostOutcome.Halted(halt.Reason, halt.Until);
            case 429:
                return new PostOutcome.RateLimited(limits.UntilAfter(lane, response));
            case >= 400 and < 500 and not 408:
                return Refusals.Of(response.Status, problem, targetPostId);
            default:
                // X answers 503 with the post already public, and a redirect may come from anything in between.
                return new PostOutcome.Unclear($"X answered {response.Status}. The reply may be public.");
        }
    }

    private ReadOutcome<T> Refused<T>(string lane, XAnswer.Answered answered)
    {
        var (response, problem) = (answered.Response, XProblem.Of(answered.Json));
        if (halts.Of(response, problem) is { } halt)
            return new ReadOutcome<T>.Halted(halt.Reason, halt.Until);
        return response.Status switch
        {
            429 => new ReadOutcome<T>.RateLimited(limits.UntilAfter(lane, response)),
            400 or 403 or 404 or 405 or 410 => new ReadOutcome<T>.Halted($"X does not answer this question ({Said(response.Status, problem)}). Check X:BaseUrl, X:Dialect and the app's permissions."),
            _ => new ReadOutcome<T>.Failed($"X is in trouble ({Said(response.Status, problem)}). It will be tried again."),
        };
    }

    private ReadOutcome<T>.Read Passed<T>(string lane, T value)
    {
        limits.Passed(lane);
        return new ReadOutcome<T>.Read(value);
    }

    private static string Said(int status, XProblem problem) => problem.Detail.Length > 0 ? $"{status}: {problem.Detail}" : $"{status}";

    private static string Sentence(string reason) => $"{char.ToUpperInvariant(reason[0])}{reason[1..].TrimEnd('.')}.";
}
