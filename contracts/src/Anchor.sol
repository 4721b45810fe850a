// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Public marks of how far an operator's journal had come, and with which Merkle root.
/// @notice An operator that has anchored a root can no longer show anyone a journal that contradicts it.
contract Anchor {
    struct Mark {
        bytes32 root;
        /// Events that `root` covers.
        uint64 size;
        /// When it was anchored, in seconds of Unix time.
        uint64 anchoredAt;
    }

    mapping(address operator => Mark) public latest;

    event Anchored(address indexed operator, bytes32 root, uint64 size);

    error JournalNotGrowing(address operator, uint64 anchoredSize, uint64 size);

    /// @notice Marks the caller's journal at `size` events. A journal only grows, so `size` does too.
    function anchor(bytes32 root, uint64 size) external {
        uint64 anchoredSize = latest[msg.sender].size;
        require(size > anchoredSize, JournalNotGrowing(msg.sender, anchoredSize, size));
        latest[msg.sender] = Mark(root, size, uint64(block.timestamp));
        emit Anchored(msg.sender, root, size);
    }
}
