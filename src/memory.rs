//! Freed memory is overwritten, so that nothing that held a password can be found in the page's
//! linear memory afterwards: not in the JSON it came in, not in a buffer that grew and moved.

use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, overwriting what it takes back.
///
/// `realloc` keeps the trait's own way (allocate, copy, free), so that a buffer that moves is
/// overwritten where it was.
pub struct OverwritingAllocator;

#[expect(unsafe_code, reason = "an allocator cannot be written without")]
// SAFETY: every call is handed to the system's allocator with the layout it was asked for; the
// bytes are written between the last use by the program and their release.
unsafe impl GlobalAlloc for OverwritingAllocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the block is `layout.size()` bytes and no longer used by the program. The fence
        // keeps the compiler from dropping a write to memory that is about to be freed.
        unsafe {
            pointer.write_bytes(0, layout.size());
            std::sync::atomic::compiler_fence(std::sync::atomic::Ordering::SeqCst);
            std::hint::black_box(pointer);
            System.dealloc(pointer, layout);
        }
    }
}

/// Bytes of the stack that a request of the portal in the tab may have used.
#[cfg(feature = "prototype")]
const STACK: usize = 48 * 1024;

/// Overwrites what finished calls have left on the stack: a hash works on a copy of what it hashes.
#[cfg(feature = "prototype")]
#[inline(never)]
#[allow(clippy::large_stack_arrays, reason = "the stack is what it is for")]
pub fn overwrite_stack() {
    let mut left_over = [0_u8; STACK];
    std::hint::black_box(&mut left_over);
}
