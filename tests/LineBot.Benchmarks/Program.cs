using BenchmarkDotNet.Running;
using LineBot.Benchmarks;
using LineBot.Benchmarks.Load;
using LineBot.Benchmarks.Scale;

// load …   the whole service under load, with a LINE that only answers
// sign-in  fifty customers who enter My Page at once
// console  fifty operators with two thousand open talks
// scale …  what customers and chores cost on a store of a size
// …        BenchmarkDotNet's own arguments: the hot paths, one by one
if (args is ["load", .. var options])
    return await LoadRun.RunAsync(LoadOptions.Parse(options));
if (args is ["sign-in"])
    return await SignInRun.RunAsync();
if (args is ["console"])
    return await ConsoleRun.RunAsync();
if (args is ["scale", .. var size])
    return await ScaleRun.RunAsync(ScaleOptions.Parse(size));
BenchmarkSwitcher.FromAssembly(typeof(IntakeBenchmarks).Assembly).Run(args);
return 0;
